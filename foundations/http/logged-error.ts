type Told = {
  readonly type: string
  readonly message: string
  readonly stack: string
  readonly cause?: Told
}

/**
 * An error as the log may hold it: where it happened and why, without the values of a statement that failed, which
 * may be anything people wrote.
 */
export function loggedError(error: unknown): Told {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: '' }
  const message = withoutValues(error.message)
  return {
    type: error.name,
    message,
    stack: (error.stack ?? '').replace(error.message, message),
    ...(error.cause === undefined ? {} : { cause: loggedError(error.cause) }),
  }
}

const withoutValues = (message: string) => message.replace(/\nparams:[\s\S]*/, '')
