import type { Answer, Interaction, Message, Outcome } from '../../../foundations/warehouse/message.ts'
import type { SaidFact } from '../contract.ts'

type Said = SaidFact['said']

/** The facts of a message, in words. */
export function factsSaid({ answers = [], interactions = [], outcomes = [], ...said }: Message): SaidFact[] {
  const { aliases = [], profile } = said
  return [
    ...answers.map((answer) => ({ fact: 'answer' as const, said: answerSaid(answer) })),
    ...interactions.map((one) => ({ fact: 'interaction' as const, said: interactionSaid(one) })),
    ...outcomes.map((one) => ({ fact: 'outcome' as const, said: outcomeSaid(one) })),
    ...aliases.map((alias) => ({ fact: 'alias' as const, said: aliasSaid(alias) })),
    ...(profile ? [{ fact: 'profile' as const, said: profileSaid(profile) }] : []),
  ]
}

function answerSaid({ question, score, scoreAsked, text }: Answer): Said {
  const { key, kind, touchpoint, scale, asked } = question
  const about = touchpoint === '' ? '' : ` · ${touchpoint}`
  if (score === null) return { en: `comment${about}: “${text}”`, fr: `commentaire${about} : « ${text} »` }
  const ends = scale ? `${scale.low}–${scale.high}` : ''
  const before = asked ? { en: `, asked as ${scoreAsked}`, fr: `, posée ${scoreAsked}` } : { en: '', fr: '' }
  return {
    en: `${kind}${about} (${key}): ${score} on ${ends}${before.en}`,
    fr: `${kind}${about} (${key}) : ${score} sur ${ends}${before.fr}`,
  }
}

function interactionSaid({
  name,
  direction,
  touchpoint,
  sender,
  value,
  valueUnit,
  ...rest
}: Interaction): Said {
  const about = touchpoint === '' ? '' : ` · ${touchpoint}`
  const number = value === null ? '' : ` = ${value} ${valueUnit}`.trimEnd()
  const on = rest.occurredAt ? ` · ${dayOf(rest.occurredAt)}` : ''
  const from = sender === '' ? '' : ` (${sender})`
  const way = direction === 'in' ? { en: 'came in', fr: 'entrante' } : { en: 'went out', fr: 'sortante' }
  const tail = `${from}${number}${on}`
  return { en: `${name}${about}, ${way.en}${tail}`, fr: `${name}${about}, ${way.fr}${tail}` }
}

function outcomeSaid({ kind, subject, touchpoint, value, valueUnit, weight, occurredAt }: Outcome): Said {
  const about = touchpoint === '' ? '' : ` · ${touchpoint}`
  const on = occurredAt ? ` · ${dayOf(occurredAt)}` : ''
  const number = `${value} ${valueUnit}`.trimEnd()
  const behind =
    weight === undefined
      ? { en: '', fr: '' }
      : { en: `, ${weight} observations behind it`, fr: `, ${weight} observations derrière` }
  const of = {
    person: { en: 'of the person', fr: 'de la personne' },
    unit: { en: 'of the unit', fr: 'de l’unité' },
    offer: { en: 'of the offer', fr: 'de l’offre' },
  }[subject]
  return {
    en: `${kind}${about}, ${of.en}: ${number}${behind.en}${on}`,
    fr: `${kind}${about}, ${of.fr} : ${number}${behind.fr}${on}`,
  }
}

function aliasSaid(alias: string): Said {
  return { en: `also known as ${alias}`, fr: `aussi sous ${alias}` }
}

function profileSaid({ group, traits }: NonNullable<Message['profile']>): Said {
  const listed = Object.entries(traits)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ')
  if (group === '') return { en: `profile: ${listed}`, fr: `profil : ${listed}` }
  return { en: `profile of the group ${group}: ${listed}`, fr: `profil du groupe ${group} : ${listed}` }
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}
