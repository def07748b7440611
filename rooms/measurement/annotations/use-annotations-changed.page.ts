import { useQueryClient } from '@tanstack/react-query'

/** What happened is read again, and all that is told beside it. */
export function useAnnotationsChanged() {
  const client = useQueryClient()
  return () => client.invalidateQueries()
}
