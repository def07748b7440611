/** Memory behind all typed arrays in plain data, each once: what can be handed to another thread instead of copied. Shared memory is left out. */
export function buffersIn(value: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  const seen = new Set<unknown>()
  const visit = (part: unknown) => {
    if (typeof part !== 'object' || part === null || seen.has(part)) return
    seen.add(part)
    if (part instanceof ArrayBuffer) buffers.add(part)
    else if (ArrayBuffer.isView(part)) visit(part.buffer)
    else if (part instanceof Map) for (const entry of part) entry.forEach(visit)
    else if (!(part instanceof SharedArrayBuffer)) Object.values(part).forEach(visit)
  }
  visit(value)
  return [...buffers]
}
