import type { AnyContractRouter } from '@orpc/contract'
import { createContext, useContext } from 'react'
import { type Api, type ApiPlace, makeApi } from './make-api.ts'

export const ApiContext = createContext<ApiPlace>({ url: '/api/v1' })

const made = new WeakMap<ApiPlace, Map<AnyContractRouter, Api<AnyContractRouter>>>()

/** Typed access to the procedures of a contract, at the place the application runs against. */
export function useApi<Contract extends AnyContractRouter>(contract: Contract): Api<Contract> {
  const place = useContext(ApiContext)
  const here = made.get(place) ?? new Map<AnyContractRouter, Api<AnyContractRouter>>()
  made.set(place, here)
  const api = here.get(contract) ?? makeApi<AnyContractRouter>(contract, place)
  here.set(contract, api)
  return api as Api<Contract>
}
