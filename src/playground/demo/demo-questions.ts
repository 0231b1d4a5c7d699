/** A question that members of the demo ask of the shipped article, in the wordings they ask it in. */
export interface DemoQuestion {
  readonly wordings: readonly string[];
  /** How often it is asked, against the others. */
  readonly weight: number;
}

const ask = (weight: number, ...wordings: string[]): DemoQuestion => ({ wordings, weight });

/** Most have an answer in the article; some it does not say, as it is with real members. */
export const DEMO_QUESTIONS: readonly DemoQuestion[] = [
  ask(
    9,
    'When did the heads of both agencies last meet?',
    'when did they last meet',
    'last meeting of the two heads?',
    'wen was the last meeting',
  ),
  ask(8, 'Who is the interim head of NASA?', 'who runs nasa right now', 'whos the acting nasa chief'),
  ask(7, 'Where is Duffy going on Wednesday?', 'wher is dufy going', 'where does duffy travel'),
  ask(
    6,
    'What will Duffy and Bakanov talk about?',
    'what are they going to discuss',
    'what is the meeting about',
  ),
  ask(6, 'Who is the head of Roscosmos?', 'who leads roscosmos', 'roscosmos boss name'),
  ask(5, 'What is Crew-11?', 'crew 11?', 'who flies on crew-11'),
  ask(
    4,
    'Do NASA and Roscosmos still work together?',
    'are they still working together',
    'is the iss still a joint thing',
  ),
  ask(4, 'Who met in 2018?', 'who was at the 2018 meeting'),
  ask(3, 'Who wrote the article?', 'author?'),
  ask(3, 'Which agency published it?', 'source?'),
  ask(3, 'Does Russia disagree with the US about Ukraine?', 'what do they disagree on'),
  ask(2, 'When was the article published?'),
  ask(
    6,
    'How much does a seat on Soyuz cost?',
    'soyuz seat price',
    'how much is a soyuz seat',
    'price of a seat on soyus',
  ),
  ask(
    5,
    'How can I watch the launch live?',
    'where can i watch the launch',
    'is there a livestream of the launch?',
  ),
  ask(4, 'Is the launch delayed by weather?', 'weather delay?', 'is it delayed because of the weather'),
  ask(3, 'How long does the flight to the ISS take?', 'how long till they arrive at the iss'),
  ask(3, 'What is the budget of NASA?', 'nasa budget?', 'how big is nasas budget'),
  ask(2, 'Is China invited to the meeting?', 'does china take part'),
  ask(2, 'How old is Bakanov?', 'bakanov age'),
  ask(2, 'Will there be a joint press conference?', 'is there a press conference'),
  ask(1, 'Can I apply to be an astronaut?'),
  ask(1, 'What rocket do they use?'),
  ask(1, 'متى يلتقي رئيسا الوكالتين؟'),
  ask(
    1,
    'ok so i only skimmed this on the bus this morning but can somebody tell me whether the two of them agreed on anything about keeping the station running after the end of the decade or is that still open',
  ),
];

/** What some look for who press 👎. */
export const DEMO_COMMENTS = [
  'the exact hour',
  'which city, not which country',
  'a list of all who take part',
  'the price',
];
