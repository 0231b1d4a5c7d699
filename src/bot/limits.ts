/** Discord's own limits that the bot must hold, in UTF-16 units where they are lengths of text. */

/** A message's text. Discord counts code points; counting UTF-16 units is never too much. */
export const MAX_MESSAGE_LENGTH = 2_000;

/** Choices offered by one autocomplete response. */
export const MAX_CHOICES = 25;

/** The name of an autocomplete choice. */
export const MAX_CHOICE_NAME_LENGTH = 100;

/** The value of an autocomplete choice. */
export const MAX_CHOICE_VALUE_LENGTH = 100;

/** A component's custom id. */
export const MAX_CUSTOM_ID_LENGTH = 100;

/** Buttons in one row. */
export const MAX_ROW_BUTTONS = 5;
