import { and, asc, eq } from 'drizzle-orm'
import { recordAudit } from '../ledger/audit.ts'
import type { Binding, Ledger, SystemTransaction } from '../ledger/ledger.ts'
import type { Member, WorkPlace } from './access.contract.ts'
import type { Role } from './permission.contract.ts'
import { type NewPerson, personByEmail } from './person.ledger.ts'
import { person } from './sign-in.tables.ts'
import { membership } from './workspace.tables.ts'

export type MemberRemoval = 'removed' | 'unknown' | 'last-officer'

export function memberRecords(ledger: Ledger) {
  return {
    list: ({ workspace }: Binding): Promise<Member[]> =>
      ledger.asSystem((tx) =>
        tx
          .select({
            id: person.id,
            name: person.name,
            email: person.email,
            role: membership.role,
            team: membership.team,
            unit: membership.unit,
          })
          .from(membership)
          .innerJoin(person, eq(person.id, membership.person))
          .where(eq(membership.workspace, workspace))
          .orderBy(asc(person.name)),
      ),
    /** Adds a member or gives one another role or place; undefined where that would leave no officer. */
    put: (
      binding: Binding,
      { role, team, unit, ...added }: NewPerson & { role: Role } & Partial<WorkPlace>,
    ): Promise<Member | undefined> =>
      ledger.asSystem(async (tx) => {
        const { id, name, email } = await personByEmail(tx, added)
        const others = await otherOfficers(tx, binding.workspace, id)
        if (role !== 'experience-officer' && others.length === 0) return undefined
        const set = { role, team, unit }
        const [put] = await tx
          .insert(membership)
          .values({ workspace: binding.workspace, person: id, createdAt: tx.now, ...set })
          .onConflictDoUpdate({ target: [membership.workspace, membership.person], set })
          .returning({ team: membership.team, unit: membership.unit })
        await audit(tx, binding, { action: 'member.put', subject: id, details: { role, ...put! } })
        return { id, name, email, role, ...put! }
      }),
    remove: (binding: Binding, id: string): Promise<MemberRemoval> =>
      ledger.asSystem(async (tx) => {
        const { workspace } = binding
        const others = await otherOfficers(tx, workspace, id)
        const one = and(eq(membership.workspace, workspace), eq(membership.person, id))
        const [found] = await tx.select().from(membership).where(one)
        if (!found) return 'unknown'
        if (others.length === 0) return 'last-officer'
        await tx.delete(membership).where(one)
        await audit(tx, binding, { action: 'member.removed', subject: id, details: { role: found.role } })
        return 'removed'
      }),
  }
}

export type MemberRecords = ReturnType<typeof memberRecords>

/** Officers but this one, locked so that two who leave at once cannot both count on the other. */
async function otherOfficers(tx: SystemTransaction, workspace: string, id: string) {
  const officers = await tx
    .select()
    .from(membership)
    .where(and(eq(membership.workspace, workspace), eq(membership.role, 'experience-officer')))
    .for('update')
  return officers.filter((officer) => officer.person !== id)
}

type Event = Pick<Parameters<typeof recordAudit>[1], 'action' | 'subject' | 'details'>

const audit = (tx: SystemTransaction, { workspace, actor }: Binding, { subject, ...event }: Event) =>
  recordAudit(tx, { workspace, actor, at: tx.now, subject: `person:${subject}`, ...event })
