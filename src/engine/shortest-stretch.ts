/**
 * The length, in words, of the shortest stretch of a text that holds one place of every group.
 * @param groups places of each of several words, none empty
 * @returns at least 1; infinity for no groups
 */
export function shortestStretch(groups: readonly (readonly number[])[]): number {
  const points = groups
    .flatMap((places, group) => places.map((place) => ({ place, group })))
    .sort((a, b) => a.place - b.place);
  const seen = new Map<number, number>();
  let shortest = Number.POSITIVE_INFINITY;
  for (const { place, group } of points) {
    seen.set(group, place);
    if (seen.size === groups.length) shortest = Math.min(shortest, place - Math.min(...seen.values()) + 1);
  }
  return shortest;
}
