/** Steps that close what was opened, in the order of opening. */
export type Undo = (() => Promise<void>)[]

/** Takes the steps, last first, and forgets them. */
export async function undoAll(undo: Undo): Promise<void> {
  for (const step of undo.splice(0).reverse()) await step()
}
