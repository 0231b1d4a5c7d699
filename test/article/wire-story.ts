/** An invented wire story: six paragraphs, a line each, with byline, dateline and credits. */
export const WIRE_STORY = `By Ines Calloway
PORT ELLERY (Newsline) - The harbor board of Port Ellery, led by U.S. Coast Guard Captain Rosa Vance, voted on Thursday to close its oldest pier.
“Nobody will miss the rats,” Vance told reporters. “Everybody will miss the view.”
The pier opened in 1911 and was last repaired in Sept. 1987, according to the port's records.
Shipping firm Mabel & Sons Inc. The board's only tenant, it pays 40,000 crowns a year, has until March 3 to leave.
“Is it sad?” Vance asked. She did not wait for an answer.
The pier's clock will go to the town museum on St. Olaf Street.
(Reporting by Ines Calloway in Port Ellery; Editing by Bo Lindgren and Ada Marsh)
`;

/** Its paragraphs, as a reader should get them. */
export const WIRE_PARAGRAPHS: readonly string[] = WIRE_STORY.trim().split('\n').slice(1, -1);
