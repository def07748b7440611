import { type ScheduledFile, type ScheduleRecord, scheduledFileStates } from './schedule.contract.ts'

type FileState = ScheduledFile['state']

/** Whether a look or an import of a schedule goes on. */
export function isUnderWay({ looking, counts }: Pick<ScheduleRecord, 'looking' | 'counts'>): boolean {
  return looking || (counts.importing ?? 0) > 0
}

/** How many files are in each state that has any; how many are imported is told even where none is. */
export function toldCounts({
  counts,
}: Pick<ScheduleRecord, 'counts'>): readonly (readonly [FileState, number])[] {
  return scheduledFileStates
    .map((state) => [state, counts[state] ?? 0] as const)
    .filter(([state, files]) => state === 'imported' || files > 0)
}
