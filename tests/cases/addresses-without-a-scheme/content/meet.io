rooms
