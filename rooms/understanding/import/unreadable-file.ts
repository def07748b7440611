/** A file that cannot be imported at all, with the reason and the remedy in words for the person who brought it. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}
