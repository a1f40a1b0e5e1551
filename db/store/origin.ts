/** Who decided, where and when. */
export interface Origin {
  readonly personId: number;
  /** Of the chat: it holds the roles. */
  readonly addressId: number;
  /** Of whoever did it: in a group, the member's. */
  readonly actorId: number;
  readonly chatId: number;
  readonly now: number;
}
