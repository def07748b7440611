/** A directed connection that carries whole units. */
export interface FlowArc {
  readonly from: number
  readonly to: number
  readonly capacity: number
  readonly cost: number
}

/** Units on each arc, in the order given. */
export interface Flow {
  readonly units: readonly number[]
  readonly cost: number
}

interface Residual {
  readonly to: number
  readonly reverse: number
  left: number
  readonly cost: number
}

function residualNetwork(nodes: number, arcs: readonly FlowArc[]) {
  const edges: Residual[] = []
  const leaving: number[][] = Array.from({ length: nodes }, () => [])
  for (const { from, to, capacity, cost } of arcs) {
    leaving[from]!.push(edges.length)
    edges.push({ to, reverse: edges.length + 1, left: capacity, cost })
    leaving[to]!.push(edges.length)
    edges.push({ to: from, reverse: edges.length - 1, left: 0, cost: -cost })
  }
  return { edges, leaving }
}

/** Cheapest path by Bellman–Ford with a queue; the edges of the path, or null. */
function cheapestPath({ edges, leaving }: ReturnType<typeof residualNetwork>, source: number, sink: number) {
  const cost = new Float64Array(leaving.length).fill(Number.POSITIVE_INFINITY)
  const through = new Int32Array(leaving.length).fill(-1)
  const queued = new Uint8Array(leaving.length)
  cost[source] = 0
  const queue = [source]
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    queued[node] = 0
    for (const index of leaving[node]!) {
      const { to, left, cost: price } = edges[index]!
      if (left === 0 || cost[node]! + price >= cost[to]! - 1e-12) continue
      cost[to] = cost[node]! + price
      through[to] = index
      if (queued[to] === 0) queue.push(to)
      queued[to] = 1
    }
  }
  return cost[sink]! < Number.POSITIVE_INFINITY ? { cost: cost[sink]!, through } : null
}

/**
 * Cheapest flow from a source to a sink of any size: units are sent while each lowers the cost (successive shortest paths).
 *
 * Whole units in, whole units out, so the optimum of a nested assignment is exact. The network must have no cycle of negative cost. Source: Ahuja, Magnanti & Orlin (1993), Network Flows, chapter 9.
 */
export function minimumCostFlow(
  nodes: number,
  arcs: readonly FlowArc[],
  { source, sink }: { source: number; sink: number },
): Flow {
  const network = residualNetwork(nodes, arcs)
  let total = 0
  for (
    let path = cheapestPath(network, source, sink);
    path && path.cost < -1e-12;
    path = cheapestPath(network, source, sink)
  ) {
    let units = Number.POSITIVE_INFINITY
    const used: number[] = []
    for (let node = sink; node !== source; node = network.edges[network.edges[used.at(-1)!]!.reverse]!.to) {
      const index = path.through[node]!
      used.push(index)
      units = Math.min(units, network.edges[index]!.left)
    }
    for (const index of used) {
      network.edges[index]!.left -= units
      network.edges[network.edges[index]!.reverse]!.left += units
    }
    total += units * path.cost
  }
  return { units: arcs.map((_, i) => network.edges[2 * i + 1]!.left), cost: total }
}
