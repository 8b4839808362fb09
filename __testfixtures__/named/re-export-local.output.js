import { inspect, format } from 'util';

export { inspect, format as print };
