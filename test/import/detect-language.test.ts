import { describe, expect, it } from 'vitest';
import { detectLanguage, isWrittenAs, languageOf } from '../../src/import/detect-language.js';

describe('a text’s language is told', () => {
  it.each([
    [
      'en',
      'The ferry leaves at nine, and there is no other boat before noon. Those who miss it have to wait on the pier.',
    ],
    [
      'de',
      'Die Fähre fährt um neun Uhr, und vor dem Mittag gibt es kein anderes Schiff. Wer sie verpasst, muss am Steg warten.',
    ],
    [
      'es',
      'El barco sale a las nueve y no hay otro antes del mediodía. Quien lo pierde tiene que esperar en el muelle con los demás.',
    ],
    [
      'pt',
      'O barco parte às nove e não há outro antes do meio-dia. Quem o perde tem de esperar no cais com os outros passageiros.',
    ],
    [
      'fr',
      'Le bateau part à neuf heures et il n’y en a pas d’autre avant midi. Celui qui le manque doit attendre sur le quai avec les autres.',
    ],
    [
      'it',
      'Il battello parte alle nove e non ce n’è un altro prima di mezzogiorno. Chi lo perde deve aspettare sul molo con gli altri.',
    ],
    [
      'ca',
      'El vaixell surt a les nou i no n’hi ha cap altre abans del migdia. Qui el perd ha d’esperar al moll amb els altres passatgers.',
    ],
    [
      'nl',
      'De boot vertrekt om negen uur en er is geen andere voor de middag. Wie hem mist, moet op de steiger wachten met de anderen.',
    ],
    [
      'sv',
      'Båten går klockan nio och det finns ingen annan före middag. Den som missar den måste vänta på bryggan med de andra.',
    ],
    [
      'da',
      'Båden sejler klokken ni, og der er ikke nogen anden før middag. Den, der kommer for sent, må vente på molen sammen med de andre.',
    ],
    [
      'nb',
      'Båten går klokken ni, og det er ikke noen annen før middag. Den som kommer for sent, må vente på brygga og se etter noen andre.',
    ],
    [
      'fi',
      'Lautta lähtee yhdeksältä, eikä toista ole ennen puoltapäivää. Se, joka myöhästyy, joutuu odottamaan laiturilla muiden kanssa.',
    ],
    [
      'pl',
      'Prom odpływa o dziewiątej i nie ma innego przed południem. Kto się spóźni, musi czekać na pomoście razem z innymi.',
    ],
    [
      'cs',
      'Loď odplouvá v devět a před polednem už žádná jiná není. Kdo ji nestihne, musí čekat na molu spolu s ostatními.',
    ],
    [
      'hu',
      'A komp kilenckor indul, és délig nincs másik. Aki lekési, annak a mólón kell várnia a többiekkel együtt.',
    ],
    [
      'ro',
      'Vaporul pleacă la ora nouă și nu mai este altul până la prânz. Cine îl pierde trebuie să aștepte pe chei cu ceilalți.',
    ],
    [
      'tr',
      'Vapur saat dokuzda kalkar ve öğleden önce başka bir vapur yok. Kaçıran, diğerleri ile birlikte iskelede beklemek zorunda.',
    ],
    [
      'id',
      'Kapal berangkat pukul sembilan dan tidak ada kapal lain sebelum siang. Yang terlambat harus menunggu di dermaga bersama yang lain.',
    ],
    [
      'ru',
      'Паром отходит в девять, и до полудня другого нет. Кто опоздал, ждёт на причале вместе с остальными.',
    ],
    [
      'uk',
      'Пором відходить о дев’ятій, і до полудня іншого немає. Хто спізнився, чекає на причалі разом з іншими.',
    ],
    ['el', 'Το πλοίο φεύγει στις εννέα και δεν υπάρχει άλλο πριν το μεσημέρι.'],
    ['zh', '渡轮九点出发，中午之前没有别的船。错过的人只好在码头上等。'],
    ['ja', '渡し船は九時に出て、正午まで次の船はありません。'],
    ['ko', '배는 아홉 시에 떠나고 정오까지는 다른 배가 없다.'],
    ['ar', 'تغادر العبارة في التاسعة ولا توجد سفينة أخرى قبل الظهر.'],
    ['fa', 'کشتی ساعت نه حرکت می‌کند و پیش از ظهر کشتی دیگری نیست. پس چه کنیم؟ گروهی منتظر می‌مانند.'],
  ])('%s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });
});

describe('a language that is stated', () => {
  it.each([
    ['en-GB', 'The ferry leaves at nine.', true],
    ['de', 'The ferry leaves at nine.', true],
    ['en', 'Паром отходит в девять.', false],
    ['sr', 'Паром отходит в девять.', true],
    ['ru', 'The ferry leaves at nine.', false],
    ['zh-TW', '渡輪九點出發。', true],
    ['sr-Latn', 'Trajekt kreće u devet.', true],
  ])('%s can be that of a text by its letters, or cannot', (language, text, can) => {
    expect(isWrittenAs(text, language)).toBe(can);
  });
});

describe('a text that is said to be English', () => {
  const german = 'Die Fähre fährt um neun Uhr, und vor dem Mittag gibt es kein anderes Schiff. '.repeat(5);

  it('and is long and German is taken for German', () => {
    expect(languageOf(german, 'en')).toBe('de');
  });

  it('is, where it is short or English', () => {
    expect(languageOf('Die Fähre', 'en-US')).toBe('en-US');
    expect(languageOf('The ferry leaves at nine, and there is no other boat. '.repeat(9), 'en-US')).toBe(
      'en-US',
    );
  });
});
