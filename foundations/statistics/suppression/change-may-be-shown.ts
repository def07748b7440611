/**
 * Whether a wave-to-wave change of a group may be shown: hidden when some, but fewer than `k`, of its members changed,
 * because the change would then speak of those few.
 */
export function changeMayBeShown(membersChanged: number, k: number): boolean {
  return membersChanged === 0 || membersChanged >= k
}
