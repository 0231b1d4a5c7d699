/** Signals that tell of the same thing, to be left out or to stand alone together. Signals whose weight is set by hand
 * for want of questions to fit to (`taught`, `quoted before`) are in none. */
export const SIGNAL_GROUPS: Readonly<Record<string, readonly string[]>> = {
  'words in common, by rarity': ['coverage', 'nearly all said', 'density', 'rarest'],
  'phrases and nearness': ['phrase', 'nearness'],
  'names and first mentions': ['names', 'first mention', 'introduction'],
  'sentences around': ['before', 'after', 'antecedent'],
  'paragraph and article': ['paragraph', 'article'],
  'kind of answer': [
    'answer:person',
    'answer:date',
    'answer:place',
    'answer:number',
    'answer:money',
    'answer:duration',
    'answer:reason',
  ],
  'word vectors: words': [
    'meaning of words',
    'meaning of words before',
    'meaning of words in paragraph',
    'on topic',
    'unsaid: meaning of words',
    'unsaid: in paragraph',
  ],
  'word vectors: sentences': [
    'meaning of sentence',
    'meaning with before',
    'meaning of paragraph',
    'unsaid: meaning of sentence',
    'unsaid: meaning with before',
    'unsaid: meaning of paragraph',
  ],
  'sentence encoder': ['encoded sentence', 'encoded with before', 'encoded paragraph'],
  'question and sentence read together': ['read together', 'whether it answers'],
  'shape of the sentence': ['another question', 'length', 'opens paragraph', 'opens article'],
};
