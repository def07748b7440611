import { implement } from '@orpc/server'
import { problem } from '../../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../../foundations/http/request-context.contract.ts'
import { fileReasonIn } from '../file-reasons.ts'
import { readMapping } from '../read-mapping.ts'
import { askForLook, isOpen, type LookNeeds } from './look.job.ts'
import { nextLookAt } from './look-times.ts'
import { type ScheduleRecord, scheduleContract } from './schedule.contract.ts'
import type { StoredSchedule, ToldFile } from './schedule.ledger.ts'
import { scheduleReason } from './schedule-reason.ts'
import { scheduledFileState } from './scheduled-file.ts'

export type ScheduleRoutesNeeds = Pick<LookNeeds, 'inbox' | 'schedules' | 'mappings' | 'jobs' | 'clock'>

type Binding = ReturnType<typeof requestBinding>
type Locale = RequestContext['locale']

export function scheduleRoutes(needs: ScheduleRoutesNeeds) {
  const { schedules } = needs
  const os = implement(scheduleContract.schedules).$context<RequestContext>()
  return {
    list: os.list.handler(async ({ input, context }) => {
      const binding = requestBinding(input, context)
      const records: ScheduleRecord[] = []
      for (const stored of await schedules.list(binding))
        records.push(await told(needs, binding, { stored, locale: context.locale }))
      return { inbox: needs.inbox !== undefined, schedules: records }
    }),
    put: os.put.handler(async ({ input: { workspace, ...schedule }, context }) => {
      refuseWithoutInbox(needs)
      const binding = requestBinding({ workspace }, context)
      await refuseUnfitMapping(needs, binding, schedule.mapping)
      await schedules.put(binding, schedule)
      return existing(needs, binding, { key: schedule.key, locale: context.locale })
    }),
    remove: os.remove.handler(async ({ input, context }) => {
      refuseWithoutInbox(needs)
      if (!(await schedules.remove(requestBinding(input, context), input.key))) throw unknown(input.key)
      return { done: true as const }
    }),
    run: os.run.handler(async ({ input, context }) => {
      refuseWithoutInbox(needs)
      const binding = requestBinding(input, context)
      const question = { key: input.key, locale: context.locale }
      const { looking } = await existing(needs, binding, question)
      if (!looking) await askForLook(needs, binding, { schedule: input.key, byHand: true })
      return existing(needs, binding, question)
    }),
  }
}

function refuseWithoutInbox({ inbox }: ScheduleRoutesNeeds): void {
  if (inbox === undefined) throw problem('UNDERSTANDING_INBOX_NOT_SET')
}

async function refuseUnfitMapping({ mappings }: ScheduleRoutesNeeds, binding: Binding, key: string) {
  const saved = await mappings.get(binding, key)
  if (!saved) throw problem('UNDERSTANDING_MAPPING_UNKNOWN', { key })
  const read = readMapping(saved.mapping, 'en')
  if ('mapping' in read && Object.keys(read.mapping.files ?? {}).length > 1)
    throw problem('UNDERSTANDING_SCHEDULE_JOINS_FILES', { mapping: key })
}

const unknown = (key: string) => problem('UNDERSTANDING_SCHEDULE_UNKNOWN', { key })

async function existing(
  needs: ScheduleRoutesNeeds,
  binding: Binding,
  { key, locale }: { key: string; locale: Locale },
): Promise<ScheduleRecord> {
  const stored = await needs.schedules.get(binding, key)
  if (!stored) throw unknown(key)
  return told(needs, binding, { stored, locale })
}

async function told(
  needs: ScheduleRoutesNeeds,
  binding: Binding,
  { stored: { schedule, looks, counts, files }, locale }: { stored: StoredSchedule; locale: Locale },
): Promise<ScheduleRecord> {
  return {
    ...schedule,
    lastLookAt: looks?.lookedAt?.toISOString() ?? null,
    nextLookAt: nextLookAt(schedule, looks?.askedAt, needs.clock())?.toISOString() ?? null,
    looking: looks !== undefined && (await isOpen(needs, binding, looks.job)),
    problem: looks?.problem ? scheduleReason(looks.problem, locale) : null,
    counts,
    files: files.map((file) => ({
      name: file.name,
      state: scheduledFileState(file),
      reason: reasonOf(file, locale),
      import: file.import,
      seenAt: file.seenAt.toISOString(),
    })),
  }
}

function reasonOf({ reason, importState, importProblem }: ToldFile, locale: Locale): string | null {
  if (reason) return scheduleReason(reason, locale)
  if (importState === 'cancelled') return scheduleReason({ code: 'cancelled', values: {} }, locale)
  return importProblem === null ? null : fileReasonIn(importProblem, locale)
}
