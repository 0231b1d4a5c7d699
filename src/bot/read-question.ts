/** What Discord writes for a mention, a custom emoji, a channel, a command, a timestamp. */
const TOKEN = /<(?:@[!&]?|#|a?:\w+:|t:|\/[^:>]{1,100}:|id:)[\w:-]{1,100}>/g;

/**
 * The question in a message: without mentions, custom emoji and whatever else Discord writes in angle
 * brackets, none of which an article can be asked about.
 */
export function readQuestion(content: string): string {
  return content.replace(TOKEN, ' ').replace(/\s+/g, ' ').trim();
}
