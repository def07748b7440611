/** Whether something failed because the disk is full, as the file system or the engine says it. */
export function isDiskFull(failure: unknown): boolean {
  return failure instanceof Error && /ENOSPC|No space left|NOT_ENOUGH_SPACE/i.test(failure.message)
}
