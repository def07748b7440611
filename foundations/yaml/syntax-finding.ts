import type { ErrorCode, YAMLError } from 'yaml'
import { type Bilingual, type FindingDraft, inBoth } from './finding-draft.ts'

interface Wording {
  readonly message: Bilingual
  readonly hint: Bilingual
}

/** Mistakes of syntax that people make; the others are told in the words of the YAML reader. */
const wordings: Partial<Record<ErrorCode, Wording>> = {
  BAD_INDENT: {
    message: {
      en: 'this line is not indented like its neighbours',
      fr: 'cette ligne n’est pas en retrait comme ses voisines',
    },
    hint: { en: 'Line it up with the field before it.', fr: 'Alignez-la sur le champ qui précède.' },
  },
  TAB_AS_INDENT: {
    message: {
      en: 'a tab stands where spaces are expected',
      fr: 'une tabulation est là où il faut des espaces',
    },
    hint: { en: 'Indent with two spaces.', fr: 'Mettez deux espaces.' },
  },
  DUPLICATE_KEY: {
    message: { en: 'this field is written twice', fr: 'ce champ est écrit deux fois' },
    hint: { en: 'Keep one of them.', fr: 'N’en gardez qu’un.' },
  },
  MISSING_CHAR: {
    message: { en: 'a quote or bracket is not closed', fr: 'un guillemet ou un crochet n’est pas fermé' },
    hint: { en: 'Close it before the end of the line.', fr: 'Fermez-le avant la fin de la ligne.' },
  },
  MULTIPLE_DOCS: {
    message: { en: 'a second document begins here', fr: 'un second document commence ici' },
    hint: {
      en: 'Keep one document in the file: remove "---".',
      fr: 'Gardez un seul document : retirez « --- ».',
    },
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: {
      en: 'a value cannot begin a block on this line',
      fr: 'une valeur ne peut pas ouvrir un bloc sur cette ligne',
    },
    hint: {
      en: 'Quote a text that contains ": ".',
      fr: 'Mettez entre guillemets un texte qui contient « : ».',
    },
  },
  TAG_RESOLVE_FAILED: {
    message: { en: 'this tag is not known', fr: 'cette étiquette n’est pas connue' },
    hint: { en: 'Write the value without "!".', fr: 'Écrivez la valeur sans « ! ».' },
  },
}

/** A mistake of syntax, as a finding. */
export function syntaxDraft({ code, message, pos }: YAMLError): FindingDraft {
  const spoken = wordings[code] ?? {
    message: inBoth(lowerFirst(message)),
    hint: { en: 'Correct the YAML here.', fr: 'Corrigez le YAML ici.' },
  }
  return { path: [], offset: pos[0], ...spoken }
}

/** An alias (`*name`) that stands for nothing, or for too much. */
export function aliasDraft(error: unknown): FindingDraft {
  const message = error instanceof Error ? lowerFirst(error.message) : String(error)
  const hint = { en: 'Write the value out instead of "*".', fr: 'Écrivez la valeur au lieu de « * ».' }
  return { path: [], message: inBoth(message), hint }
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
