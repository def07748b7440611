import { writeFile } from 'node:fs/promises'
import type { CommandSession } from '../../../foundations/http/command-session.contract.ts'
import type { Exported, ExportForm, Finding } from './analysis.contract.ts'
import { type AnalysisAnswer, untilDone } from './until-done.command.ts'

interface ToldAnalysis<Result> {
  /** What is carried away instead of being told. */
  readonly form: ExportForm | undefined
  readonly carry: (form: ExportForm) => Promise<Exported>
  readonly read: () => Promise<AnalysisAnswer<Result>>
  /** What stands between the finding and what follows from it. */
  readonly lines: (result: Result, locale: 'en' | 'fr') => readonly string[]
}

/** Tells an analysis once it is made: its finding, its lines, what follows and what it rests on; or what is carried away of it. */
export async function tellAnalysis<Result extends { readonly finding: Finding }>(
  { tell, locale }: Pick<CommandSession<never>, 'tell' | 'locale'>,
  { form, carry, read, lines: linesOf }: ToldAnalysis<Result>,
): Promise<void> {
  if (form) {
    const exported = await carry(form)
    tell({ json: exported, text: await carriedLines(exported, locale) })
    return
  }
  const result = await untilDone(read)
  const { headline, points, assumptions } = result.finding
  const lines = linesOf(result, locale)
  const said = [...points, ...assumptions].map((one) => `- ${one[locale]}`)
  tell({
    json: result,
    text: [headline[locale], '', ...lines, ...(lines.length > 0 ? [''] : []), ...said],
  })
}

/** A text as its lines; bytes are written to a file of their name, which is told. */
async function carriedLines({ fileName, text, encoding }: Exported, locale: 'en' | 'fr'): Promise<string[]> {
  if (encoding === 'utf8') return text.trimEnd().split('\n')
  await writeFile(fileName, Buffer.from(text, 'base64'))
  return [`${words.written[locale]} ${fileName}`]
}

const words = { written: { en: 'Written:', fr: 'Écrit :' } } as const
