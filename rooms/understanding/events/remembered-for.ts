/** What is asked for again and again, and may be a moment old. */
export interface Remembered<Value> {
  readonly get: (key: string) => Promise<Value>
  /** Has it asked for anew the next time. */
  readonly forget: (key: string) => void
}

export interface RememberNeeds<Value> {
  readonly load: (key: string) => Promise<Value>
  readonly durationMs: number
  readonly clock: () => Date
}

/** Keeps what `load` gave for a while, key by key; a failure is not kept. */
export function rememberedFor<Value>({ load, durationMs, clock }: RememberNeeds<Value>): Remembered<Value> {
  const held = new Map<string, { readonly value: Promise<Value>; readonly until: number }>()
  return {
    get: (key) => {
      const now = clock().getTime()
      const known = held.get(key)
      if (known && now < known.until) return known.value
      const value = load(key)
      held.set(key, { value, until: now + durationMs })
      value.catch(() => held.delete(key))
      return value
    },
    forget: (key) => {
      held.delete(key)
    },
  }
}
