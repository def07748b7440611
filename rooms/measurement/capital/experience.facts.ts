import type { Warehouse } from '../../../foundations/warehouse/warehouse.ts'
import { personNumber } from '../purchases/person-number.ts'
import type { MarksAsked } from '../purchases/purchases.facts.ts'
import type { Experiences } from './remembered-panel.ts'

/** Months are counted from year 0, twelve to a year, as the engine counts them. */
const month = 'toUInt16(toRelativeMonthNum(occurred_at))'

/** Reads what each person lived, month by month and touchpoint by touchpoint, as the good and the bad part of their marks. */
export function experienceFacts(warehouse: Warehouse) {
  return async (
    workspace: string,
    {
      kind,
      touchpoint,
      population,
      isLowerBetter,
    }: MarksAsked & { population: string; isLowerBetter: boolean },
  ): Promise<Experiences> => {
    const where = touchpoint === undefined ? '' : ' AND touchpoint = {touchpoint:String}'
    const sign = isLowerBetter ? '-1' : '1'
    const read = await warehouse.columns(workspace, {
      sql: `SELECT ${personNumber} AS buyer, ${month} AS at, toString(touchpoint) AS place,
sum(greatest(valence, 0)) AS good, sum(greatest(-valence, 0)) AS bad
FROM (SELECT person, occurred_at, touchpoint, ${sign} * (2 * (assumeNotNull(score) - scale_low) / (scale_high - scale_low) - 1) AS valence
  FROM answers WHERE kind = {kind:String} AND score IS NOT NULL AND person != '' AND scale_high > scale_low AND population = {population:String}${where}) AS lived
GROUP BY buyer, at, place ORDER BY buyer, at`,
      parameters: { kind, population, ...(touchpoint === undefined ? {} : { touchpoint }) },
      onePerson: true,
    })
    const places = read.texts('place')
    return {
      people: read.numbers('buyer') as Float64Array,
      months: read.numbers('at') as Uint16Array,
      touchpoints: places.codes,
      touchpointNames: places.values,
      good: read.numbers('good') as Float64Array,
      bad: read.numbers('bad') as Float64Array,
    }
  }
}
export type ExperienceFacts = ReturnType<typeof experienceFacts>
