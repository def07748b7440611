/**
 * How tables are laid out: on one engine, or replicated and sharded over a cluster.
 *
 * A migration describes a table once; the shape decides which statements make it.
 */
export type Shape = { readonly kind: 'single' } | { readonly kind: 'cluster'; readonly cluster: string }

export interface Table {
  readonly name: string
  /** Definitions of columns and projections, one a line, in SQL. */
  readonly columns: readonly string[]
  readonly engine: 'MergeTree' | 'SummingMergeTree'
  /** Arguments of the engine, e.g. the columns summed. */
  readonly engineArguments?: string
  readonly partitionBy?: string
  readonly orderBy: string
  readonly ttl?: string
  readonly settings?: string
  /** Expression that decides the shard of a row. */
  readonly shardBy: string
}

/** A view that fills one table from the rows inserted into another. */
export interface View {
  readonly name: string
  readonly from: string
  readonly to: string
  /** SELECT list and the rest, with `{from}` where the source table stands. */
  readonly select: string
}

/** Name of the table that holds the rows themselves: the table, or its part on each shard. */
export function localName(table: string, shape: Shape): string {
  return shape.kind === 'single' ? table : `${table}_local`
}

/** ` ON CLUSTER …`, or nothing on one engine. */
export function onCluster(shape: Shape): string {
  return shape.kind === 'single' ? '' : ` ON CLUSTER '${shape.cluster}'`
}

/** Statements that make a table in this shape. */
export function tableStatements(table: Table, shape: Shape): string[] {
  const columns = `(\n  ${table.columns.join(',\n  ')}\n)`
  const local = [
    `CREATE TABLE IF NOT EXISTS ${localName(table.name, shape)}${onCluster(shape)} ${columns}`,
    `ENGINE = ${engineClause(table, shape)}`,
    ...(table.partitionBy ? [`PARTITION BY ${table.partitionBy}`] : []),
    `ORDER BY ${table.orderBy}`,
    ...(table.ttl ? [`TTL ${table.ttl}`] : []),
    ...(table.settings ? [`SETTINGS ${table.settings}`] : []),
  ].join('\n')
  return shape.kind === 'single' ? [local] : [local, distributedStatement(table, shape)]
}

/** Statements that make a view in this shape; on a cluster it works on each shard. */
export function viewStatements(view: View, shape: Shape): string[] {
  const select = view.select.replaceAll('{from}', localName(view.from, shape))
  return [
    `CREATE MATERIALIZED VIEW IF NOT EXISTS ${view.name}${onCluster(shape)} TO ${localName(view.to, shape)} AS\n${select}`,
  ]
}

function engineClause(table: Table, shape: Shape): string {
  const argument = table.engineArguments
  if (shape.kind === 'single') return `${table.engine}(${argument ?? ''})`
  const path = `'/clickhouse/tables/{shard}/{database}/${table.name}', '{replica}'`
  return `Replicated${table.engine}(${[path, ...(argument ? [argument] : [])].join(', ')})`
}

function distributedStatement(table: Table, shape: Shape & { kind: 'cluster' }): string {
  return [
    `CREATE TABLE IF NOT EXISTS ${table.name} ON CLUSTER '${shape.cluster}' AS ${table.name}_local`,
    `ENGINE = Distributed('${shape.cluster}', currentDatabase(), ${table.name}_local, ${table.shardBy})`,
  ].join('\n')
}
