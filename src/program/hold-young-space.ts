/** Imported before all else: loading the program's own code would enlarge the space, too. */
import { holdYoungSpace } from './young-space';

holdYoungSpace(true);
