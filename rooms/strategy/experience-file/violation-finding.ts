import { closestKey } from '../../../foundations/yaml/closest-key.ts'
import { type Bilingual, type FindingDraft, suggestion } from '../../../foundations/yaml/finding-draft.ts'
import { pathText } from '../../../foundations/yaml/path-pattern.ts'
import type { ExperienceOutline } from '../contract.ts'
import type { ExperienceViolation } from './experience-violation.ts'

/** What the wording of a violation depends on. */
export interface ViolationContext {
  readonly outlines: readonly ExperienceOutline[]
  /** Whether a section stands in the file, or only in the workspace. */
  readonly stated: (section: string) => boolean
}

type Of<What extends ExperienceViolation['what']> = Extract<ExperienceViolation, { what: What }>

/** A violation, as a finding that says where in the file it can be put right. */
export function violationDraft(violation: ExperienceViolation, context: ViolationContext): FindingDraft {
  if (violation.what === 'unknown') return unknownDraft(violation, context)
  if (violation.what === 'unfit') return unfitDraft(violation)
  if (violation.what === 'outside') return outsideDraft(violation, context)
  return violation.what === 'twice' ? twiceDraft(violation) : circleDraft(violation)
}

function unknownDraft(violation: Of<'unknown'>, context: ViolationContext): FindingDraft {
  const { kind, key, known, path, user } = violation
  const definer = context.outlines.find(({ defines }) => defines.some((defined) => defined.kind === kind))
  const none = definer?.defines.find((defined) => defined.kind === kind)?.none ?? inDoubt
  const section = definer?.name ?? kind
  if (!context.stated(String(path[0]))) return stillUsedDraft({ section, key, user, none })
  return {
    path,
    message: { en: `there is ${none.en} "${key}"`, fr: `il n’y a ${none.fr} « ${key} »` },
    hint: suggestion(closestKey(key, known), known, {
      en: `Define it under "${section}".`,
      fr: `Définissez-le sous « ${section} ».`,
    }),
  }
}

const inDoubt: Bilingual = { en: 'nothing called', fr: 'rien qui s’appelle' }

interface StillUsed {
  readonly section: string
  readonly key: string
  readonly user: string
  readonly none: Bilingual
}

/** The workspace holds something, absent from the file, that names what the file no longer has. */
function stillUsedDraft({ section, key, user, none }: StillUsed): FindingDraft {
  return {
    path: [section],
    atName: true,
    message: {
      en: `there is ${none.en} "${key}" here, and "${user}" of the workspace names it`,
      fr: `il n’y a ${none.fr} « ${key} » ici, et « ${user} », de l’espace, la cite`,
    },
    hint: {
      en: `Keep "${key}", or state in the file the section that holds "${user}".`,
      fr: `Gardez « ${key} », ou écrivez dans le fichier la section qui contient « ${user} ».`,
    },
  }
}

function outsideDraft(violation: Of<'outside'>, context: ViolationContext): FindingDraft {
  const { path, key, amount, low, high, user } = violation
  const hint = {
    en: 'State it in the unit of the measure; a share runs from 0 to 1.',
    fr: 'Exprimez-le dans l’unité de la mesure ; une part va de 0 à 1.',
  }
  const message = {
    en: `${amount} is outside what the measure "${key}" can be: ${low} to ${high}`,
    fr: `${amount} sort de ce que la mesure « ${key} » peut valoir : de ${low} à ${high}`,
  }
  if (context.stated(String(path[0]))) return { path, message, hint }
  const of = { en: `of "${user}" in the workspace: `, fr: `pour « ${user} », dans l’espace : ` }
  return {
    path: ['measures'],
    atName: true,
    message: { en: of.en + message.en, fr: of.fr + message.fr },
    hint,
  }
}

function unfitDraft({ path, key, known, user }: Of<'unfit'>): FindingDraft {
  return {
    path,
    message: {
      en: `"${user}" cannot rest on "${key}"`,
      fr: `« ${user} » ne peut pas reposer sur « ${key} »`,
    },
    hint: suggestion(null, known, { en: 'Remove it.', fr: 'Retirez-le.' }),
  }
}

function twiceDraft({ path, key, first }: Of<'twice'>): FindingDraft {
  return {
    path,
    message: {
      en: `the key "${key}" is already used at ${pathText(first)}`,
      fr: `la clé « ${key} » sert déjà à ${pathText(first)}`,
    },
    hint: { en: 'Give each its own key.', fr: 'Donnez à chacun sa clé.' },
  }
}

function circleDraft({ path, key, parent }: Of<'circle'>): FindingDraft {
  return {
    path,
    message: {
      en: `"${key}" would belong to itself through "${parent}"`,
      fr: `« ${key} » s’appartiendrait à lui-même par « ${parent} »`,
    },
    hint: {
      en: 'Choose a parent outside its own branch.',
      fr: 'Choisissez un parent hors de sa propre branche.',
    },
  }
}
