/** Thirty months from January 2023, `2023-01` and on. */
export const monthNames = Array.from(
  { length: 30 },
  (_, at) => `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
)
