import { z } from 'zod'

export const fileFormats = ['csv', 'jsonl', 'xlsx', 'parquet'] as const
export const fileEncodings = [
  'utf-8',
  'latin-1',
  'windows-1252',
  'utf-16le',
  'utf-16be',
  'macintosh',
] as const
export type FileEncoding = (typeof fileEncodings)[number]

/** How the bytes of a file are to be read as a table. */
export const MappingFile = z
  .strictObject({
    format: z
      .enum(fileFormats)
      .optional()
      .describe(
        'csv stands for delimited text of any kind, jsonl for one object a line. Found in the file where absent.',
      ),
    encoding: z
      .enum(fileEncodings)
      .default('utf-8')
      .describe('Encoding of the text. A mark of byte order at its beginning goes before.'),
    delimiter: z
      .string()
      .length(1)
      .default(',')
      .describe('What separates cells, e.g. "," ";" "|" or "\\t"; " " stands for any number of spaces.'),
    quote: z.string().max(1).default('"').describe('What encloses cells; empty where nothing does.'),
    decimal: z.enum(['.', ',']).default('.').describe('Decimal mark of scores and weights.'),
    thousands: z
      .enum([',', '.', ' ', "'"])
      .optional()
      .describe('Mark that sets thousands apart in numbers, where one does: 1,059.'),
    headerRows: z
      .int()
      .min(0)
      .max(3)
      .default(1)
      .describe('Rows above the first row of data; without any, columns are called "1", "2" and so on.'),
    names: z
      .union([z.int().min(1).max(3), z.literal('joined')])
      .default(1)
      .describe(
        'Header row that names the columns; `joined` where several columns stand under one name of the first row and are told apart by the second.',
      ),
    sheet: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Sheet of a workbook, or file of an archive; without it the first sheet, or every file of the archive.',
      ),
  })
  .meta({ id: 'MappingFile' })
export type MappingFile = z.infer<typeof MappingFile>
