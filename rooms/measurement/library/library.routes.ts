import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import type { Measure } from '../measures/measure.contract.ts'
import type { MeasureRecords } from '../measures/measure.ledger.ts'
import type { FoundKinds } from './found-kinds.facts.ts'
import { inWorkspace, withNeeded } from './in-workspace.ts'
import { type LibraryMeasure, type ListedMeasure, libraryContract } from './library.contract.ts'
import { measureLibrary } from './measure-library.ts'

interface LibraryNeeds {
  readonly records: MeasureRecords
  readonly found: (workspace: string) => Promise<FoundKinds>
}

export function libraryRoutes({ records, found }: LibraryNeeds) {
  const os = implement(libraryContract.measureLibrary).$context<RequestContext>()
  return {
    list: os.list.handler(async ({ input, context }) => {
      const binding = requestBinding(input, context)
      const [own, kinds] = await Promise.all([records.list(binding), found(binding.workspace)])
      return {
        measures: measureLibrary.map((one) => listed(one, own, kinds)),
        names: {
          answers: [...kinds.answers.keys()],
          interactions: [...kinds.interactions.keys()],
          outcomes: [...kinds.outcomes.keys()],
        },
      }
    }),
    add: os.add.handler(async ({ input: { workspace, key, ...names }, context }) => {
      const binding = requestBinding({ workspace }, context)
      const wanted = measureLibrary.find(({ measure }) => measure.key === key)
      if (!wanted) throw unknown(key)
      const own = await records.list(binding)
      const missing = withNeeded(wanted, measureLibrary)
        .map(({ measure }) => measure)
        .filter((measure) => !own.some((one) => one.key === measure.key))
      const added = missing.map((measure) =>
        measure.method === 'formula' ? measure : inWorkspace(measure, names),
      )
      for (const measure of added) {
        const refusal = await records.put(binding, measure)
        if (refusal) throw problem(refusal.code, refusal.values)
      }
      return { added: added.map((measure) => measure.key) }
    }),
  }
}

function unknown(key: string): Error {
  const known = measureLibrary.map(({ measure }) => measure.key).join(', ')
  return problem('MEASUREMENT_LIBRARY_UNKNOWN', { key, known })
}

function listed(one: LibraryMeasure, own: readonly Measure[], kinds: FoundKinds): ListedMeasure {
  const { measure } = one
  const has = (key: string) => own.some((other) => other.key === key)
  const needed = withNeeded(one, measureLibrary).filter((other) => other !== one)
  return {
    ...one,
    isAdded: has(measure.key),
    needs: needed.map((other) => other.measure.key).filter((key) => !has(key)),
    found: foundOf(measure, kinds),
  }
}

/** Facts that the measure would read, as far as anybody may know how many there are. */
function foundOf(
  { method, population, facts = 'answers', kind, parts }: Measure,
  kinds: FoundKinds,
): number | null {
  if (method === 'formula' || population === 'employees') return null
  const counts = (parts ?? [{ kind }]).map((part) => kinds[facts].get(part.kind) ?? 0)
  return Math.min(...counts)
}
