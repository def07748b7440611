/** What a request may bring, unless its route takes files. */
export const bodyLimitBytes = 2_000_000
