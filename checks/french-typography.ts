interface Fault {
  readonly pattern: RegExp
  readonly sentence: string
}

/** U+00A0 and U+202F: spaces at which no line breaks. */
const faults: readonly Fault[] = [
  { pattern: /[^\u00a0\u202f?!]([;?!%»])/u, sentence: 'needs a no-break space before' },
  { pattern: /[^\u00a0\u202f](:)(?=\s|$)/u, sentence: 'needs a no-break space before' },
  { pattern: /\u0020(:)/u, sentence: 'needs a no-break space before' },
  { pattern: /(«)(?![\u00a0\u202f])/u, sentence: 'needs a no-break space after' },
  { pattern: /(")/u, sentence: 'is not a French quotation mark; write « … » instead of' },
  { pattern: /\p{L}(')/u, sentence: 'is not an apostrophe; write ’ instead of' },
  { pattern: /(\.\.\.)/u, sentence: 'is not an ellipsis; write … instead of' },
]

/**
 * What is wrong with the marks of a French text; null where nothing is. Code between backquotes is left alone, and so
 * is a colon without space within quotation marks or spaced braces, which quotes code.
 */
export function frenchTypographyFault(text: string): string | null {
  const prose = text
    .replaceAll(/`[^`]*`/g, 'code')
    .replaceAll(/https?:\/\/\S+/g, 'address')
    .replaceAll(/«[^»]*»|\{ [^}]* \}/g, (quoted) => quoted.replaceAll(/(?<=\S):/g, ''))
  for (const { pattern, sentence } of faults) {
    const mark = pattern.exec(prose)
    if (mark) return `${sentence} "${mark[1]}" in "${excerpt(prose, mark.index)}"`
  }
  return null
}

function excerpt(text: string, at: number): string {
  return text.slice(Math.max(0, at - 20), at + 20).trim()
}
