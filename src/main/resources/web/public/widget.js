// The address that other sites embed; it never changes, the bundle behind it does.
import './static/bundle/widget.js';
