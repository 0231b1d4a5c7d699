/** A line longer than this says something, whatever it begins with. */
const MAX_LENGTH = 160;

const PLACES_TO_SHARE =
  'facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest|bluesky|threads|mastodon|e-?mail|messenger';
const SHARE_BUTTON = `share|save|print|tweet|copy link|more|comments?|${PLACES_TO_SHARE}`;

/** What pages say around their articles: whole lines, but for `.*`. */
const LINES = [
  // English
  'read (?:more|also|next|now|the full (?:story|article))\\b.*',
  '(?:see|watch|listen) (?:also|more|now)\\b.*',
  'more (?:from|on this|stories|to read|in this section)\\b.*',
  '(?:related|recommended)(?: (?:articles?|stories|topics?|links?|content|coverage|posts?|reading|for you))?(?::.*)?',
  '(?:you (?:may|might) also like)\\b.*',
  '(?:most (?:read|popular|viewed)|trending|popular)(?: (?:now|today|stories|articles|posts))?',
  '(?:story continues|article continues|continue reading|scroll (?:down )?to continue(?: reading)?|continues? below)\\b.*',
  `(?:share|tweet|e-?mail|print|save|bookmark)(?: this(?: (?:article|story|page|post|video))?)?(?: (?:on|via|by|with) (?:${PLACES_TO_SHARE}|friends).*)?`,
  `(?:${SHARE_BUTTON})(?:[\\s|·•,/]+(?:${SHARE_BUTTON}))*`,
  '(?:sign up|subscribe|log in|sign in)(?: (?:now|today|here|to|for|free)\\b.*)?',
  '(?:get|join) (?:our|the|us|your|all the)\\b.*(?:newsletter|inbox|updates|community|conversation|channel).*',
  '(?:.* )?(?:straight|delivered|direct(?:ly)?|right) (?:in)?to your inbox\\b.*',
  '(?:did|was|is) this (?:page |article )?(?:helpful|useful|answer your question)\\b.*',
  '(?:thanks|thank you) for reading\\b.*',
  '.*\\bsubscribe (?:for free|now|today)\\b.*',
  'for immediate release',
  '(?:follow|like|find) us (?:on|at)\\b.*',
  '(?:advertisement|advertising|advertise with us|sponsored(?: content)?|promoted|ad|paid content)\\.?',
  '(?:we|this (?:site|website|page)) (?:use|uses) cookies\\b.*',
  '(?:accept|reject|manage) (?:all )?(?:cookies?|preferences|settings)',
  '(?:skip|jump|back) to (?:the )?(?:main|content|top|navigation)\\b.*',
  '(?:loading|please wait)(?:…|\\.{3})?',
  '(?:please )?(?:enable|turn on) javascript\\b.*',
  'javascript is (?:disabled|required)\\b.*',
  '(?:\\d+ )?comments?(?: \\(\\d+\\))?',
  '(?:leave a (?:comment|reply)|post a comment|view (?:all )?comments|join the (?:conversation|discussion))\\b.*',
  '(?:tags?|filed under|categories|category|posted in):.*',
  '(?:reading time:? ?)?(?:about )?\\d+[ -]min(?:ute)?s?(?: read)?',
  '(?:copyright|©|\\(c\\)) .*',
  'all rights reserved\\.?.*',
  '(?:photo(?:graph)?s?|image|picture|illustration|graphic|file photo|photo illustration)(?: credits?)?(?::| by\\b).*',
  '.*\\b(?:getty images|shutterstock|alamy|istock(?:photo)?)\\b.*',
  'our standards:.*',
  'click here\\b.*',
  // German
  '(?:lesen sie|lies|sehen sie) (?:auch|mehr|hier)\\b.*',
  '(?:mehr zum thema|zum thema|auch interessant|das könnte sie auch interessieren)(?::.*)?',
  '(?:weiterlesen|artikel teilen|teilen|drucken|merken|anzeige|werbung|kommentare)\\.?',
  '(?:newsletter|jetzt) (?:abonnieren|anmelden|bestellen)\\b.*',
  '(?:foto|bild|grafik)s?:.*',
  'wir (?:verwenden|nutzen) cookies\\b.*',
  // Spanish and Portuguese
  '(?:lea|lee|leer|vea|ver|leia|veja) (?:también|más|também|mais)(?!\\p{L}).*',
  '(?:te puede interesar|le puede interesar|más información|noticias relacionadas|artículos relacionados|leia mais)(?::.*)?',
  '(?:compartir|imprimir|compartilhar|publicidad|publicidade|comentarios)\\.?',
  'suscr[ií]b(?:ete|ase|irse)\\b.*',
  // French and Italian
  '(?:lire (?:aussi|la suite)|à lire (?:aussi|également)|voir aussi|sur le même sujet)(?!\\p{L}).*',
  '(?:partager|imprimer|publicité|pubblicità|condividi|commentaires)\\.?',
  '(?:abonnez-vous|inscrivez-vous|iscriviti|leggi (?:anche|tutto))(?!\\p{L}).*',
  // Russian and Ukrainian
  '(?:читайте|читать|смотрите) (?:также|ещё|еще|далее|по теме|також)(?!\\p{L}).*',
  '(?:по теме|фото|источник|теги):.*',
  '(?:по теме|поделиться|реклама|комментарии|распечатать)',
  'подписывайтесь на .*',
  // Chinese and Japanese
  '(?:相关阅读|相关新闻|延伸阅读|推荐阅读|责任编辑|関連記事)(?:[:：].*)?',
  '(?:更多精彩内容?|分享到|分享|广告|扫码关注.*|点击.*(?:查看|关注|进入).*|広告|シェアする|続きを読む)',
];

const BOILERPLATE = new RegExp(`^(?:${LINES.join('|')})$`, 'iu');

/** Calls to the reader are sentences, and still no part of an article. */
const CALL =
  /\b(?:newsletter|inbox|cookies?|subscri\p{L}*|sign up|click here|getty|rights reserved|javascript|follow us|our app)\b/iu;

/** Is this line about the page it stands on, not of its article: share bars, adverts, cookie notices, “read more”? */
export function isBoilerplate(line: string): boolean {
  if (line.length > MAX_LENGTH) return false;
  const text = line.replace(/^[\s\p{P}\p{S}]*?(?=[\p{L}\p{N}©(])/u, '').trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (BOILERPLATE.test(text)) return !isStatement(text);
  const parts = text.split(/\s*[·|•]\s*/u);
  return parts.length > 1 && parts.every((part) => part === '' || BOILERPLATE.test(part));
}

/** A full sentence that only begins like a label. */
function isStatement(text: string): boolean {
  return /[.!?]["”’)]*$/u.test(text) && text.split(/\s+/u).length >= 8 && !CALL.test(text);
}
