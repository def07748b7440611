import { type JsonObject, textOf } from './value-source.ts'

/** Names that one event may bring along; further ones are left out. */
const textsMax = 100
const lettersMax = 1_000
const depthMax = 3

/**
 * What an object says, as texts by name: what is nested under names such as `address.city`, lists and empty values left
 * out, long texts cut.
 */
export function flatTexts(object: unknown): Record<string, string> {
  const texts: Record<string, string> = {}
  let room = textsMax
  const add = (within: unknown, prefix: string, depth: number): void => {
    if (typeof within !== 'object' || within === null || Array.isArray(within)) return
    for (const name of Object.keys(within)) {
      const value = (within as JsonObject)[name]
      const text = textOf(value)
      if (text === null) {
        if (depth < depthMax) add(value, `${prefix}${name}.`, depth + 1)
      } else if (room > 0) {
        room -= 1
        texts[prefix + name] = text.length > lettersMax ? text.slice(0, lettersMax) : text
      }
    }
  }
  add(object, '', 1)
  return texts
}
