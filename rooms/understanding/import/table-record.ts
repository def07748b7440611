/** One record of a table as it stands in a file: its cells in their order, and the line or row it stands on. */
export interface TableRecord {
  readonly line: number
  readonly cells: readonly string[]
  /** Why what stands there is no record, where it is none. */
  readonly fault?: string
}

/** The table of a file, or one of several in an archive; its header stands in its first records. */
export interface FileTable {
  /** Name of the file inside an archive; empty where the file is the table. */
  readonly part: string
  readonly records: AsyncIterable<TableRecord>
}

/** How far a file has been read, in bytes as it lies on disk; readers move it on. */
export interface ReadingMeter {
  bytesRead: number
}
