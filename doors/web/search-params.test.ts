import { expect, it } from 'vitest'
import { parseAddress, writeAddress } from './search-params.ts'

it('[WEB-8] an address is written plainly and read back as it was', () => {
  const search = { period: '2017', segment: 'trip:business', unit: undefined }
  expect(writeAddress(search)).toBe('?period=2017&segment=trip:business')
  expect(parseAddress(writeAddress(search))).toEqual({ period: '2017', segment: 'trip:business' })
})
