import { Menu, UnstyledButton } from '@mantine/core'
import styles from './filter-menu.module.css'

export interface FilterOption {
  /** What goes into the address; undefined lifts the filter. */
  readonly value: string | undefined
  readonly label: string
  /** Depth in a tree. */
  readonly depth?: number
  readonly heading?: string
}

interface FilterMenuProps {
  readonly label: string
  readonly shown: string
  readonly options: readonly FilterOption[]
  readonly value: string | undefined
  readonly strong?: boolean
  readonly onChoose: (value: string | undefined) => void
}

/** One filter of the bar: what it is, what it is set to, and a menu to change it. */
export function FilterMenu({ label, shown, options, value, strong, onChoose }: FilterMenuProps) {
  return (
    <Menu position="bottom-start" width="max-content" offset={4}>
      <Menu.Target>
        <UnstyledButton className={styles.filter} data-strong={strong || undefined}>
          <small>{label}</small>
          <span>{shown}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={styles.dropdown}>
        <div className={styles.options}>
          {options.map((option) => (
            <div key={`${option.heading ?? ''}${option.value ?? ''}`}>
              {option.heading ? <Menu.Label>{option.heading}</Menu.Label> : null}
              <Menu.Item
                onClick={() => onChoose(option.value)}
                aria-current={option.value === value ? 'true' : undefined}
                style={{ paddingLeft: 12 + (option.depth ?? 0) * 14 }}
                rightSection={option.value === value ? <span aria-hidden="true">✓</span> : null}
              >
                {option.label}
              </Menu.Item>
            </div>
          ))}
        </div>
      </Menu.Dropdown>
    </Menu>
  )
}
