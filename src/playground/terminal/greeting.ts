import type { Window } from './window.js';

/**
 * The first screen: what this is, where the page is, what to type, how to leave.
 * @param pageUrl null when no page is served
 */
export function greeting(
  botName: string,
  examples: readonly string[],
  pageUrl: string | null,
  window: Window,
): string {
  return [
    window.wrap(
      `This is ${botName} on a Discord of its own, on this machine only. You are in its direct messages.`,
    ),
    ...(pageUrl ? [window.wrap(`In a browser: ${window.style('cyan', pageUrl)}`)] : []),
    '',
    ...(examples.length > 0
      ? [
          'Ask it something. For example:',
          ...examples.map((example) => window.wrap(window.style('cyan', example), '  ')),
          '',
        ]
      : []),
    window.wrap(
      'A line that begins with / is a command; / alone lists them. A number presses the button it stands before.',
    ),
    window.wrap(`To leave: ${window.style('cyan', '/quit')}, Ctrl-C or Ctrl-D.`),
  ].join('\n');
}
