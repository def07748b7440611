import { useWords } from '../words/use-words.ts'
import styles from './heat-map.module.css'
import { heatMapWords } from './heat-map.words.ts'

/** What marks and colours of the map mean, in words. */
export function HeatLegend() {
  const say = useWords(heatMapWords)
  return (
    <div className={styles.legend}>
      <p>{say('legend')}</p>
      <span>▼ {say('short')}</span>
      <span>▲ {say('ahead')}</span>
      <span>⋯ {say('thin')}</span>
    </div>
  )
}
