/**
 * Groups of nodes that reach one another (strongly connected components of more than one node, or a node that
 * points at itself). Tarjan (1972).
 */
export function findCircles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const search: Search = { edges, order: new Map(), lowest: new Map(), open: [], circles: [] }
  for (const node of edges.keys()) if (!search.order.has(node)) visit(search, node)
  return search.circles
}

interface Search {
  readonly edges: ReadonlyMap<string, readonly string[]>
  /** Number under which a node was first met. */
  readonly order: Map<string, number>
  /** Lowest number that a node reaches. */
  readonly lowest: Map<string, number>
  readonly open: string[]
  readonly circles: string[][]
}

function visit(search: Search, node: string): void {
  const number = search.order.size
  search.order.set(node, number)
  search.lowest.set(node, number)
  search.open.push(node)
  for (const next of search.edges.get(node) ?? []) {
    if (!search.order.has(next)) visit(search, next)
    if (search.open.includes(next)) lower(search, node, search.lowest.get(next) as number)
  }
  if (search.lowest.get(node) === number) close(search, node)
}

function lower(search: Search, node: string, to: number): void {
  search.lowest.set(node, Math.min(search.lowest.get(node) as number, to))
}

function close(search: Search, root: string): void {
  const circle = search.open.splice(search.open.indexOf(root))
  const alone = circle.length === 1 && !search.edges.get(root)?.includes(root)
  if (!alone) search.circles.push(circle)
}
