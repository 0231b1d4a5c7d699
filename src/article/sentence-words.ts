/**
 * Words the repairs of `sentences.ts` turn on, all in lower case and without their full stop. They are
 * the ones sentencex 1.0 gets wrong on real articles, not a full list of abbreviations.
 */

/** Stand before a name, so never end a sentence. Held for every language in Latin script. */
export const TITLES = new Set(
  (
    'adm amb atty brig capt cdr cllr cmdr col const cpl det dr dra drs ft fr gen gov hon insp lic lt ' +
    'maj mgr mk mme mlle mr mrs ms mt pfc pres prof profa pvt rep rev sen sgt sra srta st sta ste sto supt'
  ).split(' '),
);

/** Lead on to what follows them, a name or a number, so never end a sentence either. */
export const LEADING_ON = new Set(
  (
    'abs approx art bd bspw bzw ca cf chap chr dept ed eds e.g eg fig figs hrsg i.e ie kap min mio mrd ' +
    'no nos nr nrn núm op p pág págs para pp resp sec sect vgl vol vols v vs viz z.b'
  ).split(' '),
);

/** Russian abbreviations that stand before a name; г. only where no year precedes it. */
export const RUSSIAN_TITLES = new Set(
  (
    'акад бул ген гл г дер д доц гр им инж кв корп напр обл о пер пл полк пос проф просп р рис св см ср ' +
    'стр табл тов ул ум'
  ).split(' '),
);

/** Behind a German ordinal, such as „18. Jahrhundert“. */
export const GERMAN_ORDINAL_NOUNS = new Set(
  (
    'januar jänner februar märz april mai juni juli august september oktober november dezember ' +
    'jahrhundert jahrhunderts jahrhunderte jahrtausend jahrtausends geburtstag jahrestag platz runde klasse ' +
    'schuljahr stock etage lebensjahr weltkrieg auflage minute spieltag tag'
  ).split(' '),
);

/** Before a German ordinal, such as „aus dem 18.“. */
export const GERMAN_ORDINAL_ARTICLES = new Set('am im dem den der des vom zum beim das'.split(' '));

/** Units written short behind a number, which may well end a sentence. */
export const UNITS = new Set(
  'cm ft g hr hrs kg km lb lbs m mi min mins ml mm oz sec secs yd yds yr yrs'.split(' '),
);

/** Behind “7 p.m.”, go on with the sentence: zones, days and months. */
export const AFTER_CLOCK = new Set(
  (
    'eastern central mountain pacific atlantic monday tuesday wednesday thursday friday saturday sunday ' +
    'january february march april may june july august september october november december ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);

/** Tell who said the words before them. */
export const REPORTING_VERBS = new Set(
  'said says asked asks wrote writes told tells added adds replied replies shouted cried wondered joked'.split(
    ' ',
  ),
);

/** With a capital, hardly ever anything but a sentence's first word, so the full stop before ends one. */
const STARTERS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    (
      'the this that these those it its he she they we i you his her their our my there here what when where ' +
      'why how who which if in on at by for from with as after before since until while although though ' +
      'because but and or so yet a an all some many most both each every no not nothing one once then now ' +
      'today also however moreover instead meanwhile otherwise still even only perhaps according during ' +
      'between under over among despite unlike until let do does did is are was were can could will would'
    ).split(' '),
  ),
  es: new Set(
    (
      'el la los las un una unos unas este esta estos estas ese esa eso esto aquel aquella en de con por para ' +
      'sin sobre desde hasta según tras durante entre cuando donde como si no hay es era fue son su sus y o ' +
      'pero aunque además también así luego entonces se lo le les muchos algunos otros'
    ).split(' '),
  ),
  de: new Set(
    (
      'der die das ein eine einer es er sie wir ich ihr dies diese dieser dieses in im am an auf aus bei mit ' +
      'nach von vor zu zum zur für durch über unter als wenn weil da doch aber und oder so dann danach dort ' +
      'hier auch noch nur seit während obwohl jedoch außerdem heute'
    ).split(' '),
  ),
  ru: new Set(
    (
      'в на с к по от до из за при для о об и а но или он она оно они мы я это этот эта эти тот та те так ' +
      'как когда если хотя также затем потом после однако там здесь все его её их не'
    ).split(' '),
  ),
};

/** Words that, capitalised behind a full stop, mean a new sentence; none known for other languages. */
export function startersOf(language: string): ReadonlySet<string> {
  return STARTERS[language] ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();
