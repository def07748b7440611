/**
 * Whether a name fits a pattern in which `*` stands for any letters and `?` for one; upper and lower case are the same.
 * No pattern takes longer than the product of both lengths.
 */
export function isNamed(name: string, pattern: string): boolean {
  const [letters, marks] = [name.toLowerCase(), pattern.toLowerCase()]
  let [at, mark, star, after] = [0, 0, -1, 0]
  while (at < letters.length) {
    if (marks[mark] === '*') {
      star = mark++
      after = at
    } else if (mark < marks.length && (marks[mark] === '?' || marks[mark] === letters[at])) {
      at++
      mark++
    } else if (star !== -1) {
      mark = star + 1
      at = ++after
    } else return false
  }
  return /^\**$/.test(marks.slice(mark))
}
