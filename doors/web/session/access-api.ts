import { accessContract } from '../../../foundations/access/access.contract.ts'
import { makeApi } from '../../../foundations/ui/api/make-api.ts'

export const apiPlace = { url: '/api/v1' }

/** Who is asking, before any screen is shown. */
export const accessApi = makeApi(accessContract, apiPlace)

export const meQuery = () => accessApi.query.me.queryOptions({ input: {}, staleTime: 60_000 })
