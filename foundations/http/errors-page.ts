import type { ProblemTable } from './problem.contract.ts'

/** Every refusal of the API, what it means and what to do, in both languages. */
export function errorsPage(problems: ProblemTable): string {
  const rows = Object.entries(problems).map(
    ([code, { status, sentence, hint }]) =>
      `<section id="${code.toLowerCase().replaceAll('_', '-')}"><h2>${code} <small>${status}</small></h2>` +
      `<p>${escapeHtml(sentence.en)} ${escapeHtml(hint.en)}</p>` +
      `<p lang="fr">${escapeHtml(sentence.fr)} ${escapeHtml(hint.fr)}</p></section>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tutti: errors</title>
<meta name="viewport" content="width=device-width">
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}
h2{font:600 1rem ui-monospace,monospace;margin:2rem 0 0}small{font-weight:400}p{margin:.25rem 0}
@media(prefers-color-scheme:dark){body{background:#15171a;color:#e8e6e1}}</style></head>
<body><h1>Errors</h1>${rows.join('\n')}</body></html>`
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
