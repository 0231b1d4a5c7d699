/** Why Discord's own window would not let a member do that. */
export type MemberErrorCode =
  | 'unknown-command'
  | 'not-available-here'
  | 'missing-permission'
  | 'missing-option'
  | 'unknown-option'
  | 'invalid-option'
  | 'unknown-channel'
  | 'unknown-message'
  | 'unknown-component'
  | 'disabled-component'
  | 'invalid-message'
  | 'invalid-modal'
  | 'no-response';

/** A member's action that came to nothing; the message is what the member would be told. */
export class MemberError extends Error {
  override readonly name = 'MemberError';
  constructor(
    readonly code: MemberErrorCode,
    message: string,
  ) {
    super(message);
  }
}
