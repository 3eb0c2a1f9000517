import './page.css';
import './jw-portal';
import './jw-ask-page';
import './jw-login';
import './jw-notices-page';
import './jw-resume-page';
import './jw-source-page';
import '../desk/jw-desk';
