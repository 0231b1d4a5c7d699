/** A name and what the text calls who bears it: `Sean Duffy` and `interim head of NASA`. */
export interface Apposition {
  readonly name: string;
  readonly called: string;
}

const ROLE =
  '(?:head|chief|chair|chairman|chairwoman|director|president|secretary|administrator|minister|manager|captain|coach|founder|owner|editor|professor|researcher|spokesman|spokeswoman|spokesperson|executive|officer|mayor|governor|senator|justice|judge|commander|leader|inspector|engineer|curator|keeper|referee|winger|goalkeeper|historian|student|king|queen|prince)';
const NAME = "(?:\\p{Lu}[\\p{L}'’.-]+ ){1,3}\\p{Lu}[\\p{L}'’-]+";
/** A role with what is before it and, after "of", "at" or "for", what it is the role of. */
const CALLED = `(?:[\\p{L}.-]+ ){0,3}${ROLE}(?: general)?(?: (?:of|at|for) [^,;.()“”"]{2,50})?`;

const PATTERNS = [
  // Dmitry Rogozin, then director general of Roscosmos,
  new RegExp(
    `(?<name>${NAME}), (?:the |a |an |then |now |who was |who is )*(?<called>${CALLED})(?=[,.;]| at the time| and )`,
    'gu',
  ),
  // The interim head of NASA, Sean Duffy, said; the head of Roscosmos, Dmitry Bakanov
  new RegExp(`(?:[Tt]he |[Ii]ts |[Tt]heir )(?<called>${CALLED}), (?<name>${NAME})`, 'gu'),
  // Dmitry Bakanov, who heads Roscosmos
  new RegExp(`(?<name>${NAME}), who (?:heads|leads|runs) (?<led>[^,;.()]{2,50})`, 'gu'),
];

/**
 * What a sentence calls the people it names, told by commas and a list of roles. English; misses more than
 * it finds, and what it finds is nearly always so.
 */
export function appositions(sentence: string): Apposition[] {
  return PATTERNS.flatMap((pattern) =>
    [...sentence.matchAll(pattern)].flatMap(({ groups }) => {
      const called = groups?.called ?? (groups?.led ? `head of ${groups.led}` : null);
      return groups?.name && called ? [{ name: groups.name, called }] : [];
    }),
  );
}
