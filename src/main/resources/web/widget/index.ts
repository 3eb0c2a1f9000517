import '../chat/jw-chat';
