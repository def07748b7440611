import { z } from 'zod'

/** What a person may be in a workspace, from the widest mandate to the narrowest. */
export const roles = [
  'experience-officer',
  'discipline-lead',
  'touchpoint-owner',
  'analyst',
  'front-line',
  'viewer',
] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

/** What a caller may do. A role is a set of these, and so are the scopes of an API key. */
export const permissions = [
  'figures:read',
  'verbatims:read',
  'records:read',
  'records:write',
  'facts:write',
  'members:write',
  'keys:write',
  'audit:read',
] as const
export const Permission = z.enum(permissions)
export type Permission = z.infer<typeof Permission>

/** Permissions of each role. */
export const permissionsOfRole: Readonly<Record<Role, readonly Permission[]>> = {
  'experience-officer': permissions,
  'discipline-lead': ['figures:read', 'verbatims:read', 'records:read', 'records:write', 'facts:write'],
  'touchpoint-owner': ['figures:read', 'verbatims:read', 'records:read', 'records:write'],
  analyst: ['figures:read', 'verbatims:read', 'records:read', 'facts:write'],
  'front-line': ['figures:read', 'verbatims:read', 'records:read'],
  viewer: ['figures:read', 'records:read'],
}
